"""What runs the monitor on one machine: embedded servers, the steps before the start, supervision."""
