package praxis.processor.rebuild;

import praxis.schemas.record.Bytes;

/**
 * What proves the first rows of a partition's log (RFC 6962, section 2.1: a Merkle tree hash).
 *
 * @param size how many rows
 * @param root of the tree over them
 */
record TreeHead(long size, Bytes root) {}
