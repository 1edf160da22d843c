"""What a person does in one go, where several rooms have to work together: start, send, take in, report.

The window and the command line call these functions, so that both do exactly the same. Nothing here is a rule of the
method; those stand in the rooms below.
"""
