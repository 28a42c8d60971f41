package org.hitledger.product.stored;

import java.util.Optional;
import org.hitledger.access.AccessRecord;
import org.hitledger.bytes.ByteSlice;

/**
 * What of a line's fields decides its class, and is no part of the request.
 *
 * @param host the client
 * @param status of digits
 * @param userAgent what the client calls itself
 */
public record StoredFields(
    Optional<ByteSlice> host, Optional<ByteSlice> status, Optional<ByteSlice> userAgent)
    implements AccessRecord {}
