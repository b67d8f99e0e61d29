package press.parallel.fetcher;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.rss.RssDataFormat;
import org.apache.camel.spi.DataFormatResolver;
import org.apache.camel.support.PluginHelper;

/**
 * Camel's data format {@code rss}, as {@code unmarshal: rss} finds it, but for two things that feeds of our own do not need: the way of the text
 * through bytes and back, and Rome's healer, which reads sign by sign and takes twice as long as all the rest. Whatever else comes
 * its way is read as Camel does.
 */
public final class RomeFormat extends RssDataFormat {
    /**
     * Makes {@code unmarshal: rss} mean this one. By the resolver and not as a bean: in Quarkus the names of camel-rss in the registry
     * belong to its component.
     */
    public static void install(CamelContext context) {
        DataFormatResolver others = PluginHelper.getDataFormatResolver(context);
        context.getCamelContextExtension()
                .addContextPlugin(
                        DataFormatResolver.class,
                        (name, asking) ->
                                name.equals("rss") ? new RomeFormat() : others.createDataFormat(name, asking));
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) throws Exception {
        if (body instanceof String text && CanonicalAtom.isSealed(text)) {
            return FeedReader.synd(text);
        }
        return super.unmarshal(exchange, body);
    }
}
