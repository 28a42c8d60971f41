package org.hitledger.product.stored;

import java.util.Optional;
import org.hitledger.access.AccessRecord;
import org.hitledger.bytes.ByteSlice;

/** What of a line's fields decides its class, and is no part of the request. */
record StoredFields(
    Optional<ByteSlice> host, Optional<ByteSlice> status, Optional<ByteSlice> userAgent)
    implements AccessRecord {}
