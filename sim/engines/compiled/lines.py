"""Lines: services that keep entries in order, all in one pool of nodes: skew heaps (Sleator and Tarjan 1986).

A line is the number of its first node, NOBODY when empty; the order is (rank, number).
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY
from sim.lifecycle.services import part


@part
def is_empty(sim: Any, line: int) -> bool:
    """Say whether a heap has no first node."""
    return line == NOBODY


@part
def first_of(sim: Any, line: int) -> Any:
    """The first node of a heap."""
    return sim.nodes[line]


@part
def entered(sim: Any, line: int, rank: int, number: int, slot: int) -> int:
    """First node of a heap to which an entry was added."""
    new = sim.free_node
    node = sim.nodes[new]
    if node.right == 0:
        sim.free_node = sim.node_top = new + 1
    else:
        sim.free_node = node.right
    node.rank = rank
    node.number = number
    node.slot = slot
    node.left = NOBODY
    node.right = NOBODY
    return merged(sim, line, new)


@part
def without_first(sim: Any, line: int) -> int:
    """First node of a heap from which the first entry was taken."""
    node = sim.nodes[line]
    rest = merged(sim, node.left, node.right)
    node.right = sim.free_node
    sim.free_node = line
    return rest


@part
def before(sim: Any, a: int, b: int) -> bool:
    """Whether node a comes before node b."""
    first, second = sim.nodes[a], sim.nodes[b]
    return first.rank < second.rank or (first.rank == second.rank and first.number < second.number)


@part
def merged(sim: Any, a: int, b: int) -> int:
    """Head of two heaps made one, from the top down."""
    if a == NOBODY:
        return b
    if b == NOBODY:
        return a
    if before(sim, b, a):
        a, b = b, a
    head = a
    while True:
        node = sim.nodes[a]
        rest = node.right
        node.right = node.left
        if rest == NOBODY:
            node.left = b
            return head
        if before(sim, rest, b):
            rest, b = b, rest
        node.left = b
        a, b = b, rest
