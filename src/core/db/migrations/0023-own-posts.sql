-- What a handle wrote, and what quotes anybody, in the order in which columns read them.
CREATE INDEX posts_by_author ON posts (author_id, created_at, id);
CREATE INDEX posts_quoting ON posts (created_at, id) WHERE quoted_post_id IS NOT NULL;
