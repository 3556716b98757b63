"""Zonings to search: of random numbers, and one with a plan planted in it."""

from dataclasses import replace

import numpy as np

from hubdesk.allocating.search.zoning import Floats, Layer, Places, Zoning, zoning


def random_zoning(seed: int, blocks: int = 12, zones: int = 5, filled: float = 0.8) -> Zoning:
    """Blocks of 1 to 9 desks, with room for them and some that is free; a few places are not allowed."""
    random = np.random.default_rng(seed)
    sizes = random.integers(1, 10, blocks).astype(float)
    room = np.full(zones, 9 + float(sizes.sum()) // filled // zones)
    problem = zoning(
        random.integers(0, 10, (blocks, blocks)).astype(float),
        _ways(random, zones),
        random.integers(0, 50, (blocks, zones)).astype(float),
        sizes,
        room,
    )
    allowed = random.random((blocks, zones)) < 0.8
    allowed[:, 0] |= ~allowed.any(axis=1)
    apart = Layer(problem.layers[0].traffic.round(-1), 1.0 - np.eye(zones))
    return replace(problem, layers=(*problem.layers, apart), allowed=allowed)


def planted(seed: int, blocks: int = 30, zones: int = 6) -> tuple[Zoning, Places]:
    """Blocks that speak only with those of their own zone, which are nearly full: and that plan."""
    random = np.random.default_rng(seed)
    places = random.permutation(np.arange(blocks) % zones)
    sizes = random.integers(1, 10, blocks).astype(float)
    traffic = (places[:, None] == places[None, :]) * random.integers(1, 10, (blocks, blocks)).astype(float)
    room = np.full(zones, 2.0)
    np.add.at(room, places, sizes)
    return zoning(traffic, _ways(random, zones), np.zeros((blocks, zones)), sizes, room), places


def exchange(seed: int, blocks: int = 8) -> Zoning:
    """As many zones as blocks, and one block into each."""
    random = np.random.default_rng(seed)
    one = np.ones(blocks)
    traffic = random.integers(0, 10, (blocks, blocks)).astype(float)
    return zoning(traffic, _ways(random, blocks), np.zeros((blocks, blocks)), one, one)


def _ways(random: np.random.Generator, zones: int) -> Floats:
    x, y = random.integers(0, 40, (2, zones)).astype(float)
    ways: Floats = np.abs(x[:, None] - x) + np.abs(y[:, None] - y)
    return ways
