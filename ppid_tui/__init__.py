"""The kiosk's face: terminal, command line and paper."""
