"""The room: needs forms and votes on the phones of a workshop, served over its wifi. Off unless a person opens it.

The server runs in a thread of its own and knows neither Qt nor the assessment: it shows a `RoomView` that the window
publishes, puts what phones send into an `Inbox`, and answers a phone only once the window says that it is on disk. Start
reading at `ui.phone.server`; what people see is in `form_pages` and `vote_pages` over `desk`, who is kept out and how much is
taken in `guard`, `connections` and `limits`, and the window's side in `keeper` and `storing`.
"""
