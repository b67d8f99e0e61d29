package press.parallel.newsroom;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.parallel.FetchedPicture;
import press.parallel.PictureFile;
import press.parallel.PictureType;

/** Tables {@code picture} and {@code picture_failure}. */
final class PictureFiles {
    private PictureFiles() {}

    static Optional<PictureFile> find(Handle handle, URI address) {
        return handle.createQuery("select type, width, height from picture where address = :address")
                .bind("address", address.toString())
                .map((row, context) -> new PictureFile(
                        address, PictureType.valueOf(row.getString("type")), row.getInt("width"), row.getInt("height")))
                .findOne();
    }

    static Optional<byte[]> bytes(Handle handle, URI address) {
        return handle.createQuery("select bytes from picture where address = :address")
                .bind("address", address.toString())
                .map((row, context) -> row.getBytes("bytes"))
                .findOne();
    }

    /** Keeps a picture; one that was fetched again replaces the older. */
    static void keep(Handle handle, FetchedPicture picture, Instant now) {
        PictureFile file = picture.file();
        handle.createUpdate("""
                        insert into picture (address, fetched, type, width, height, bytes)
                        values (:address, :now, :type, :width, :height, :bytes)
                        on conflict (address) do update set fetched = excluded.fetched, type = excluded.type,
                            width = excluded.width, height = excluded.height, bytes = excluded.bytes""")
                .bind("address", file.address().toString())
                .bind("now", now.toEpochMilli())
                .bind("type", file.type().name())
                .bind("width", file.width())
                .bind("height", file.height())
                .bind("bytes", picture.bytes())
                .execute();
        handle.createUpdate("delete from picture_failure where address = :address")
                .bind("address", file.address().toString())
                .execute();
    }

    static void failed(Handle handle, URI address, String reason, int httpStatus, Instant now, Instant notBefore) {
        handle.createUpdate("""
                        insert into picture_failure (address, failed, http_status, reason, not_before)
                        values (:address, :now, :httpStatus, :reason, :notBefore)
                        on conflict (address) do update set failed = excluded.failed, http_status = excluded.http_status,
                            reason = excluded.reason, not_before = excluded.not_before""")
                .bind("address", address.toString())
                .bind("now", now.toEpochMilli())
                .bind("httpStatus", httpStatus)
                .bind("reason", reason)
                .bind("notBefore", notBefore.toEpochMilli())
                .execute();
    }

    /** Why it could not be had, when that was after {@code since}, or it is not to be asked yet. */
    static Optional<String> failure(Handle handle, URI address, Instant now, Duration retryAfter) {
        return handle.createQuery("""
                        select reason from picture_failure
                        where address = :address and (failed > :since or not_before > :now)""")
                .bind("address", address.toString())
                .bind("since", now.minus(retryAfter).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    /** A story that is printed again after so long has its pictures fetched again; those of its first edition lie beside that one. */
    static int prune(Handle handle, Instant cutoff) {
        handle.createUpdate("delete from picture_failure where failed < :cutoff")
                .bind("cutoff", cutoff.toEpochMilli())
                .execute();
        return handle.createUpdate("delete from picture where fetched < :cutoff")
                .bind("cutoff", cutoff.toEpochMilli())
                .execute();
    }
}
