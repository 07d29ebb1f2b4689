"""Figures of groups, as coreference is scored: B³ and CoNLL F1 (mean of MUC, B³, CEAF-e)."""

import math

Groups = list[set[int]]


def figures(gold: Groups, own: Groups) -> dict[str, float]:
    """B³ and CoNLL F1 of groups."""
    cubed = b_cubed(gold, own)
    return {"b3": cubed, "conll": (muc(gold, own) + cubed + ceaf(gold, own)) / 3}


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(gold: Groups, own: Groups) -> float:
    """B³ F1 (Bagga and Baldwin 1998)."""

    def share(those: Groups, of: Groups) -> float:
        total = sum(map(len, those))
        return sum(len(one & other) ** 2 / len(one) for one in those for other in of) / total

    return f1(share(own, gold), share(gold, own))


def muc(gold: Groups, own: Groups) -> float:
    """MUC F1 (Vilain et al. 1995): links that are kept."""

    def kept_links(those: Groups, of: Groups) -> float:
        links = sum(len(one) - 1 for one in those)
        kept = sum(len(one) - sum(bool(one & other) for other in of) for one in those)
        return kept / links if links else 0.0

    return f1(kept_links(own, gold), kept_links(gold, own))


def ceaf(gold: Groups, own: Groups) -> float:
    """CEAF-e F1 (Luo 2005): groups paired one to one as well as can be."""
    less, more = sorted((gold, own), key=len)
    alike = [[2 * len(a & b) / (len(a) + len(b)) for b in more] for a in less]
    total = best_assignment(alike)
    return f1(total / len(own), total / len(gold))


def best_assignment(gains: list[list[float]]) -> float:
    """The largest sum with one of each row, no column twice (Kuhn and Munkres); rows ≤ columns."""
    rows, columns = len(gains), len(gains[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        slack, came_from = [math.inf] * (columns + 1), [0] * (columns + 1)
        used = [False] * (columns + 1)
        while row_of[column]:
            used[column] = True
            here, delta, following = row_of[column], math.inf, 0
            for c in range(1, columns + 1):
                if used[c]:
                    continue
                cost = -gains[here - 1][c - 1] - of_row[here] - of_column[c]
                if cost < slack[c]:
                    slack[c], came_from[c] = cost, column
                if slack[c] < delta:
                    delta, following = slack[c], c
            for c in range(columns + 1):
                if used[c]:
                    of_row[row_of[c]] += delta
                    of_column[c] -= delta
                else:
                    slack[c] -= delta
            column = following
        while column:
            row_of[column], column = row_of[came_from[column]], came_from[column]
    return sum(gains[row_of[c] - 1][c - 1] for c in range(1, columns + 1) if row_of[c])
