"""Agencies: who they are, their licences on a line of time, their concessions, who joins and who leaves."""
