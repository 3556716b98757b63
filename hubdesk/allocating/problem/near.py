"""Desks near one another, and the pieces that an agency's desks fall into."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import KDTree

NEAR_M = 4.0
"""Metres, rectilinear: so far apart two desks still belong together, across an aisle between benches."""
_NOBODY = -1

Pairs = NDArray[np.intp]
"""(pairs × 2): seats that are near one another, each pair once."""


def near_pairs(at: NDArray[np.float64], levels: NDArray[np.intp]) -> Pairs:
    """Which of the seats `at` x and y, in metres (seats × 2), are near one another on one level."""
    if len(at) < 2:
        return np.zeros((0, 2), dtype=np.intp)
    apart = np.column_stack([at, levels * (2 * NEAR_M)])
    return np.asarray(KDTree(apart).query_pairs(NEAR_M, p=1, output_type="ndarray"), dtype=np.intp)


def pieces_of(plan: NDArray[np.intp], pairs: Pairs, members: int) -> NDArray[np.intp]:
    """How many pieces the desks of each member fall into: whoever is near is in one piece."""
    _, firsts = np.unique(labels_of(plan, pairs), return_index=True)
    leaders = plan[firsts]
    return np.bincount(leaders[leaders != _NOBODY], minlength=members)


def labels_of(plan: NDArray[np.intp], pairs: Pairs) -> NDArray[np.intp]:
    """The piece that each seat is of, numbered from 0; a vacant seat is a piece of its own."""
    if not len(plan):
        return np.zeros(0, dtype=np.intp)
    one, other = pairs[:, 0], pairs[:, 1]
    joined = (plan[one] == plan[other]) & (plan[one] != _NOBODY)
    ones = np.ones(int(joined.sum()), dtype=np.int8)
    graph = coo_array((ones, (one[joined], other[joined])), shape=(len(plan), len(plan)))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.intp)
