"""Who a text names: persons and organisations, with their titles, roles and longest names."""
