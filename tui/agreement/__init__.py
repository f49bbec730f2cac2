"""How far coders agree, and settling what they disagree on."""
