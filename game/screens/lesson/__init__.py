"""A lesson with the class: the stage on the projector and the teacher's page, as pure as the other screens."""
