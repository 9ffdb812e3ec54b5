"""Heaps of things in line or on the way, all in one pool of nodes: skew heaps (Sleator and Tarjan 1986).

A heap is the number of its first node, NOBODY when empty; the order is (rank, number), as of the tuples in the
reference engine.
"""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.part import part
from sim.kinds import NOBODY


@part
def entered(sim: Any, head: int, rank: int, number: int, slot: int) -> int:
    """Head of a heap to which an entry was added."""
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
    return merged(sim, head, new)


@part
def without_first(sim: Any, head: int) -> int:
    """Head of a heap from which the first entry was taken."""
    node = sim.nodes[head]
    rest = merged(sim, node.left, node.right)
    node.right = sim.free_node
    sim.free_node = head
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
