"""How far coders agree: measures as pure functions, and the units that they are asked of."""
