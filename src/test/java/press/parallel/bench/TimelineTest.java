package press.parallel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TimelineTest {
    private static Document draw(BenchReport report) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Timeline.svg(report))));
    }

    private static List<Element> all(Document svg, String name, String style) {
        NodeList nodes = svg.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (((Element) nodes.item(i)).getAttribute("class").equals(style)) {
                found.add((Element) nodes.item(i));
            }
        }
        return found;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void everyRequestIsABarAndTheLegendNamesTheColours() throws Exception {
        Document svg = draw(Book.report());
        // One more of each stands in the legend.
        assertThat(all(svg, "rect", "feed")).hasSize(1 + 9);
        assertThat(all(svg, "rect", "article")).hasSize(1 + 3);
        assertThat(all(svg, "rect", "robots")).hasSize(1 + 1);
        assertThat(all(svg, "path", "refused")).hasSize(1 + 1);
        assertThat(all(svg, "text", "panel"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        "sequential: 6.0 s, 4 requests, 0 refused",
                        "parallel without spacing: 1.5 s, 4 requests, 1 refused",
                        "parallel and polite: 4.5 s, 4 requests, 0 refused");
        assertThat(all(svg, "text", "title").get(0).getTextContent()).isEqualTo("Who was asked when: 3 feeds & <more>");
        assertThat(all(svg, "text", "quiet"))
                .extracting(Element::getTextContent)
                .contains("0 s", "0.5 s", "6 s");
    }

    @Test
    void aBarIsAsLongAsItsRequestAndTheWaitLastsUntilTheNextTurn() throws Exception {
        Document svg = draw(Book.report());
        List<Element> feeds = all(svg, "rect", "feed");
        List<Element> waits = all(svg, "rect", "wait");
        double second = number(feeds.get(2), "width");
        // In the sequential panel one second at slow.test; politely half a second, then a wait until two seconds are
        // over.
        Element wait = waits.get(waits.size() - 1);
        assertThat(number(wait, "width") / second).isCloseTo(1.5, within(0.002));
    }

    @Test
    void requestsOfOneDomainAtTheSameTimeLieUnderOneAnother() throws Exception {
        BenchReport report = new BenchReport(
                "x",
                List.of(),
                List.of(new Book()
                        .feed("a.test", 0, 100)
                        .feed("a.test", 10, 90)
                        .feed("a.test", 95, 200)
                        .measured(Mode.UNSAFE, 10)));
        List<Element> feeds = all(draw(report), "rect", "feed");
        assertThat(number(feeds.get(2), "y")).isGreaterThan(number(feeds.get(1), "y"));
        assertThat(number(feeds.get(3), "y")).isEqualTo(number(feeds.get(2), "y"));
    }

    @Test
    void ofManyDomainsTheBusiestAreShown() throws Exception {
        Book book = new Book();
        for (int i = 0; i < 100; i++) {
            book.feed("d" + i + ".test", i, i + 50);
        }
        book.feed("d99.test", 200, 250);
        Document svg = draw(new BenchReport("x", List.of(), List.of(book.measured(Mode.POLITE, 10))));
        assertThat(all(svg, "text", "panel").get(0).getTextContent())
                .endsWith("; the 60 busiest of 100 domains, 40 left out");
        assertThat(all(svg, "rect", "feed")).hasSize(1 + 61);
    }
}
