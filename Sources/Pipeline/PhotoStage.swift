import Addresses
import Content
import Diagnostics
import Pictures
import Publishing
import SiteModel

/// Makes the renditions of all pictures of a site, or takes them from the cache, and publishes them.
struct PhotoStage: Sendable {
    private let site: Site
    private let options: BuildOptions
    private let store: PictureStore

    init(site: Site, options: BuildOptions) {
        self.site = site
        self.options = options
        store = PictureStore(options.caches.pictures, read: options.workspace.read)
    }

    var summary: PictureStore.Summary { store.summary }

    /// - Parameter output: `nil` when nothing is to be written; what is wrong with pictures is found all the same.
    /// - Returns: what is wrong with pictures.
    /// - Throws: `PublishingError`.
    func run(output: Output?) throws -> [Diagnostic] {
        let pictures = routesByPicture
        guard !pictures.isEmpty else { return [] }
        options.progress(BuildProgress(.photos))
        let results = ParallelWork.map(count: pictures.count, jobs: options.jobs) { index in
            Result { try write(pictures[index].file, pictures[index].urls, to: output) }
        }
        if output != nil { store.removeUnused(keeping: pictures.compactMap(\.file.picture)) }
        return try results.compactMap { try $0.get() }
    }

    /// The pictures that have addresses, with the address of each rendition.
    private var routesByPicture: [(file: AttachmentFile, urls: [Int: String])] {
        var urls: [Int: [Int: String]] = [:]
        for route in site.routes.routes {
            guard case .file(.picture(let attachment, let rendition)) = route.kind else { continue }
            urls[attachment, default: [:]][rendition] = route.url
        }
        return urls.sorted { $0.key < $1.key }.map { (site.attachments[$0.key], $0.value) }
    }

    private func write(
        _ file: AttachmentFile, _ urls: [Int: String], to output: Output?
    ) throws -> Diagnostic? {
        guard let plan = file.picture else { return nil }
        try options.throwIfCancelled()
        let files: [[UInt8]]
        do throws(PictureProblem) {
            guard output != nil else {
                try store.verify(plan, at: file.path.text)
                return nil
            }
            files = try store.renditions(of: plan, at: file.path.text)
        } catch {
            return PictureFinding.finding(about: error, at: file.path)
        }
        for (rendition, url) in urls { try output?.write(files[rendition], OutputPath(url: url)) }
        return nil
    }
}
