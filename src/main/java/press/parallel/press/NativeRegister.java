package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import org.apache.camel.component.quartz.CamelJob;
import org.apache.camel.component.quartz.StatefulCamelJob;
import org.quartz.simpl.CascadingClassLoadHelper;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleInstanceIdGenerator;
import org.quartz.simpl.SimpleThreadPool;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Decision;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedState;
import press.parallel.FetchedPicture;
import press.parallel.Hints;
import press.parallel.Holdings;
import press.parallel.PastEdition;
import press.parallel.PictureCopy;
import press.parallel.PictureFile;
import press.parallel.Printed;
import press.parallel.Progress;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.RunSheet;
import press.parallel.Section;
import press.parallel.Share;
import press.parallel.StoryPicture;
import press.parallel.Validators;
import press.parallel.WantedPicture;
import press.parallel.Why;

/**
 * What the native program could not find by itself: classes that others reach by their names, and files they read. The press's own
 * beans, and what is written as JSON, say so where they stand.
 *
 * <ul>
 *   <li>The shared nouns: routes ask them for their parts ({@code ${body.stories}}), and an edited route may ask any of them.
 *   <li>Rome's beans: it reads and copies them by their properties. Its parsers it registers itself.
 *   <li>Quartz's parts: it makes them of the names in its own {@code quartz.properties}.
 *   <li>The list of registrable domains that crawler-commons reads.
 * </ul>
 */
@RegisterResources(
        globs = {"effective_tld_names.dat", "org/quartz/quartz.properties", "org/quartz/core/quartz-build.properties"})
@RegisterForReflection(
        targets = {
            Article.class,
            Copy.class,
            Decision.class,
            Feed.class,
            FeedContent.class,
            FeedState.class,
            FeedState.Moved.class,
            FetchedPicture.class,
            Hints.class,
            Holdings.class,
            Holdings.FeedRest.class,
            Holdings.PaperKept.class,
            PastEdition.class,
            PictureCopy.class,
            PictureFile.class,
            Printed.class,
            Progress.class,
            Reply.class,
            Request.class,
            Run.class,
            RunSheet.class,
            Section.class,
            Share.class,
            StoryPicture.class,
            Validators.class,
            WantedPicture.class,
            Why.class,
            CascadingClassLoadHelper.class,
            RAMJobStore.class,
            SimpleInstanceIdGenerator.class,
            SimpleThreadPool.class,
            CamelJob.class,
            StatefulCamelJob.class,
        },
        classNames = {
            "com.rometools.rome.feed.CopyFrom",
            "com.rometools.rome.feed.WireFeed",
            "com.rometools.rome.feed.atom.Category",
            "com.rometools.rome.feed.atom.Content",
            "com.rometools.rome.feed.atom.Entry",
            "com.rometools.rome.feed.atom.Feed",
            "com.rometools.rome.feed.atom.Generator",
            "com.rometools.rome.feed.atom.Link",
            "com.rometools.rome.feed.atom.Person",
            "com.rometools.rome.feed.module.DCModule",
            "com.rometools.rome.feed.module.DCModuleImpl",
            "com.rometools.rome.feed.module.DCSubject",
            "com.rometools.rome.feed.module.DCSubjectImpl",
            "com.rometools.rome.feed.module.Extendable",
            "com.rometools.rome.feed.module.Module",
            "com.rometools.rome.feed.module.ModuleImpl",
            "com.rometools.rome.feed.module.SyModule",
            "com.rometools.rome.feed.module.SyModuleImpl",
            "com.rometools.rome.feed.rss.Category",
            "com.rometools.rome.feed.rss.Channel",
            "com.rometools.rome.feed.rss.Cloud",
            "com.rometools.rome.feed.rss.Content",
            "com.rometools.rome.feed.rss.Description",
            "com.rometools.rome.feed.rss.Enclosure",
            "com.rometools.rome.feed.rss.Guid",
            "com.rometools.rome.feed.rss.Image",
            "com.rometools.rome.feed.rss.Item",
            "com.rometools.rome.feed.rss.Source",
            "com.rometools.rome.feed.rss.TextInput",
            "com.rometools.rome.feed.synd.Converter",
            "com.rometools.rome.feed.synd.SyndCategory",
            "com.rometools.rome.feed.synd.SyndCategoryImpl",
            "com.rometools.rome.feed.synd.SyndCategoryListFacade",
            "com.rometools.rome.feed.synd.SyndContent",
            "com.rometools.rome.feed.synd.SyndContentImpl",
            "com.rometools.rome.feed.synd.SyndEnclosure",
            "com.rometools.rome.feed.synd.SyndEnclosureImpl",
            "com.rometools.rome.feed.synd.SyndEntry",
            "com.rometools.rome.feed.synd.SyndEntryImpl",
            "com.rometools.rome.feed.synd.SyndFeed",
            "com.rometools.rome.feed.synd.SyndFeedImpl",
            "com.rometools.rome.feed.synd.SyndImage",
            "com.rometools.rome.feed.synd.SyndImageImpl",
            "com.rometools.rome.feed.synd.SyndLink",
            "com.rometools.rome.feed.synd.SyndLinkImpl",
            "com.rometools.rome.feed.synd.SyndPerson",
            "com.rometools.rome.feed.synd.SyndPersonImpl"
        })
final class NativeRegister {
    private NativeRegister() {}
}
