-- Of many tickets few are alive: what looks for those alone leaves the others unread.
CREATE INDEX tickets_alive ON tickets (brand_id, handle_id, channel) WHERE status IN ('new', 'open', 'pending', 'on-hold');
