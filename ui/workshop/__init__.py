"""Running a workshop from the window: phones, votes, agenda, what the projector shows."""
