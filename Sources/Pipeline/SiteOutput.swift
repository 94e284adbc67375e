import Addresses
import Checking
import Content
import Diagnostics
import Documents
import Forms
import OpenData
import Pictures
import Publishing
import Rules
import Search
import SiteModel
import Synchronization
import Theming

/// Renders every route and hands the bytes on as soon as they are there, so that memory holds a few pages at a time.
struct SiteOutput: Sendable {
    let site: Site
    let theme: Theme
    let options: BuildOptions

    /// What the checks take from what was written.
    struct Check: Sendable {
        var outlines: [PageOutline] = []
        /// What is wrong with files for programs.
        var findings: [Diagnostic] = []
        /// A page that the theme lets grow beyond all measure: it was cut, and the others were not made.
        var cut: Diagnostic?
        /// Where in the theme a byte of a page comes from.
        var origins: PageOrigins?
    }

    /// - Parameters:
    ///   - output: `nil` when nothing is to be written.
    ///   - indexes: what scripts search; `nil` when nothing is to be written, as no check looks into it.
    func write(to output: Output?, indexes: SearchIndexes?) throws -> Check {
        let digests = SiteSource.digests(of: site, in: options.workspace)
        let forms = FormFileStore(scratch: output?.scratchFolder)
        let renderer = SiteRenderer(
            site: site, theme: theme, files: FormFiles(digests: digests, made: forms.facts), jobs: options.jobs)
        let outliner = PageOutliner(
            OutputCheck(site: site, assets: theme.publishedPaths), known: options.knownPages)
        let routes = site.routes.routes
        let counter = Counter()
        let cuts = Counter()
        let sharePictures = SharePictureStore(options.caches.sharePictures)
        let results = ParallelWork.map(count: routes.count, jobs: options.jobs) { index in
            let result = Result {
                try options.throwIfCancelled()
                guard cuts.value == 0 else { return Check() }
                if case .file(.sharePicture(let subject)) = routes[index].kind {
                    return try SharePictureStage(site: site, renderer: renderer, store: sharePictures)
                        .write(subject, at: routes[index].url, to: output)
                }
                let check = try write(
                    routes[index], renderer: renderer, forms: forms, indexes: indexes, outliner: outliner, to: output)
                if check.cut != nil { _ = cuts.increment() }
                return check
            }
            let done = counter.increment()
            if done % 64 == 0 {
                options.progress(BuildProgress(.render, pages: .init(done: done, total: routes.count)))
            }
            return result
        }
        if output != nil { sharePictures.removeUnused() }
        for (url, bytes) in theme.publishedFiles.sorted(by: { $0.key < $1.key }) {
            try output?.write(bytes, OutputPath(url: url))
            options.onFile?(MadeFile(url: url, isPage: false, bytes: bytes))
        }
        var check = Check()
        check.origins = PageOrigins { url, offset, count in
            site.routes[url].flatMap { renderer.origin(ofByte: offset, count: count, on: $0) }.map {
                PageOrigins.Origin(range: $0.range, isOfContent: $0.isFinished)
            }
        }
        for result in results {
            let part = try result.get()
            check.outlines += part.outlines
            check.findings += part.findings
            check.cut = check.cut ?? part.cut
        }
        if check.cut == nil { options.onOutlines?(outliner.check, check.outlines) }
        return check
    }

    private static func finding(ofPageCutAt range: SourceRange?, _ route: Route) -> Diagnostic {
        Diagnostic(
            .templateLimit, at: range,
            message: LocalizedText(
                zh: "页面 \(route.url) 大得做不完：模板在列表里一再重复列表。",
                en: "The page \(route.url) grows without end: the templates repeat lists within lists."),
            help: LocalizedText(
                zh: "请不要在一个列表里再写无关的列表。", en: "Do not put a list into another that it has nothing to do with."),
            url: route.url)
    }

    private func write(
        _ route: Route, renderer: SiteRenderer, forms: FormFileStore, indexes: SearchIndexes?, outliner: PageOutliner,
        to output: Output?
    ) throws -> Check {
        switch route.kind {
        case .file(.attachment(let index)):
            let file = site.attachments[index]
            guard let output else { return Check() }
            // A drawing that cannot be read is an error already, with which nothing is published.
            let limit = file.isDrawing ? DocumentReader.maximumByteCount : .max
            guard let original = options.workspace.read(file.path.text, limit) else {
                throw PublishingError.unreadableSource(path: file.path.text)
            }
            let bytes = file.isDrawing ? try file.published(original) : original
            try output.write(bytes, OutputPath(url: route.url))
            return Check()
        case .file(.formFile(let index, let format)):
            let form = site.documents[.form][index]
            guard let file = form.madeFiles.first(where: { $0.format == format }) else { return Check() }
            do {
                let bytes = try forms.bytes(of: file)
                try output?.write(bytes, OutputPath(url: route.url))
                options.onFile?(MadeFile(url: route.url, isPage: false, bytes: bytes))
                return Check()
            } catch let error as PublishingError {
                throw error
            } catch FormMakingError.folderFailed(let path, let errno) {
                throw PublishingError.system(path: path, errno: errno)
            } catch {
                return Check(findings: [FormFileFindings.finding(about: file, of: form, error)])
            }
        case .file(.data(let file)):
            // Lists that no check reads are made for those who take them.
            guard output != nil || options.onFile != nil || OutputCheck.reads(data: route.url) else { return Check() }
            let bytes: [UInt8]
            do {
                bytes = try OpenDataFile.bytes(of: file, in: site, scratch: output?.scratchFolder)
            } catch WorkbookError.folder(let path, let errno) {
                throw PublishingError.system(path: path, errno: errno)
            }
            try output?.write(bytes, OutputPath(url: route.url))
            options.onFile?(MadeFile(url: route.url, isPage: false, bytes: bytes))
            return Check(findings: outliner.check.findings(inData: bytes, at: route.url))
        case .file(.index(let scope, let part)):
            if let bytes = indexes?.bytes(of: scope, part: part) {
                try output?.write(bytes, OutputPath(url: route.url))
            }
            return Check()
        case .file(.picture), .file(.sharePicture): return Check()
        case .page, .redirect:
            guard let made = renderer.page(route) else { return Check() }
            guard made.cut == nil else { return Check(cut: Self.finding(ofPageCutAt: made.cut, route)) }
            let page = made.bytes
            try output?.write(page, OutputPath(url: route.output))
            options.onFile?(MadeFile(url: route.url, isPage: true, bytes: page))
            return Check(outlines: [outliner.outline(of: page, at: route.url)])
        }
    }
}

/// Counts what several threads have done.
private final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .relaxed) }

    /// Adds one; returns the sum.
    func increment() -> Int { count.add(1, ordering: .relaxed).newValue }
}
