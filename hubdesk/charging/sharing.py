"""Sharing pence over weights, so that the shares are the whole (charging rules, section 2)."""

from collections.abc import Sequence

from hubdesk.domain.money import Pence


def largest_remainder(pence: Pence, weights: Sequence[int]) -> list[Pence]:
    """`pence` shared over whole-number `weights`, in their order; the shares add up to `pence`.

    Each gets the whole part of pence · weight / total; the pence left go one each to the largest
    remainders, the earlier of equals first. A weight of 0 gets nothing; a credit is shared as its
    opposite. Raises ValueError if there is something to share and nobody to bear it, or a weight is
    negative.
    """
    if pence < 0:
        return [-share for share in largest_remainder(-pence, weights)]
    total = sum(weights)
    if pence == 0:
        return [0] * len(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError(f"{pence} pence cannot be shared over {list(weights)}")
    shares, remainders = [], []
    for weight in weights:
        share, remainder = divmod(pence * weight, total)
        shares.append(share)
        remainders.append(remainder)
    left = pence - sum(shares)
    if left:
        for place in _largest_first(remainders)[:left]:
            shares[place] += 1
    return shares


def _largest_first(remainders: Sequence[int]) -> list[int]:
    """The places of `remainders`, largest first, the earlier of equals first."""
    return sorted(range(len(remainders)), key=remainders.__getitem__, reverse=True)
