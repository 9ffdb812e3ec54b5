"""What stations carry one by one: queues that grow, and the load of each unit."""
