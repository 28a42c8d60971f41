package org.hitledger.testing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hitledger.access.Access;
import org.hitledger.access.AccessRecord;
import org.hitledger.access.RequestLine;
import org.hitledger.access.UrlParts;
import org.hitledger.access.UserAgent;
import org.hitledger.bytes.ByteSlice;
import org.hitledger.logformat.Combined;

/** Every detail that a line can be asked for, so that a test can ask for all of them. */
public final class Details {
  private Details() {}

  /**
   * All details of a line, whatever it is.
   *
   * @param line the record without its line end
   * @return the slices that it gives out; none if it is no access
   */
  public static List<ByteSlice> of(byte[] line) {
    return Combined.COMBINED.reader().read(line) instanceof Access access
        ? ofAccess(access).toList()
        : List.of();
  }

  private static Stream<ByteSlice> ofAccess(Access access) {
    return Stream.of(
            ofRecord(access.record()),
            access.request().stream().flatMap(Details::ofRequest),
            access.url().stream().flatMap(Details::ofUrl),
            access.record().referer().flatMap(UrlParts::parse).stream().flatMap(Details::ofUrl),
            access.record().userAgent().flatMap(UserAgent::parse).stream()
                .flatMap(Details::ofAgent))
        .flatMap(details -> details);
  }

  private static Stream<ByteSlice> ofRecord(AccessRecord record) {
    return Stream.of(
            record.host(),
            record.identity(),
            record.user(),
            record.utcOffset(),
            record.request(),
            record.status(),
            record.size(),
            record.referer(),
            record.userAgent())
        .flatMap(Optional::stream);
  }

  private static Stream<ByteSlice> ofRequest(RequestLine request) {
    return Stream.of(request.method(), request.target(), request.protocol());
  }

  private static Stream<ByteSlice> ofUrl(UrlParts url) {
    return Stream.concat(
        Stream.of(url.path()),
        Stream.of(
                url.scheme(), url.host(), url.params(), url.query(), url.fragment(), url.section())
            .flatMap(Optional::stream));
  }

  private static Stream<ByteSlice> ofAgent(UserAgent agent) {
    return Stream.of(agent.product(), agent.system(), agent.extensions());
  }
}
