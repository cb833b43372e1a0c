"""What joins the computers of a lesson: the hub, the pupils' page, and the stage's way to them."""
