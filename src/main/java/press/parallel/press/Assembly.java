package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Joins the run sheet, the stories and the pictures of one edition. Stateless: what is gathered travels in the aggregated exchange. */
@RegisterForReflection
public final class Assembly implements AggregationStrategy {
    @Override
    public Exchange aggregate(@Nullable Exchange before, Exchange next) {
        Gathering soFar = before == null ? Gathering.EMPTY : before.getMessage().getBody(Gathering.class);
        next.getMessage().setBody(soFar.with(next.getMessage().getBody()));
        return next;
    }
}
