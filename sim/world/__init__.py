"""The world: ground, people and what goes wrong, the same for every organisation that is put on it."""
