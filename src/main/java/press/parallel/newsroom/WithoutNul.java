package press.parallel.newsroom;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Binds text without NUL, which feeds can bring and PostgreSQL refuses to store, so that one such character does not cost a feed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-character.html">PostgreSQL, character types</a>
 */
final class WithoutNul implements ArgumentFactory.Preparable {
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return type == String.class ? Optional.of(WithoutNul::argument) : Optional.empty();
    }

    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
        return prepare(type, config).map(argument -> argument.apply(value));
    }

    private static Argument argument(@Nullable Object value) {
        String text = value == null ? null : value.toString().replace("\0", "");
        return (position, statement, context) -> statement.setString(position, text);
    }
}
