"""Mechanisms by which a case passes somebody on its way: a council that agrees, committees that decide."""
