import Checking
import Content
import Crypto
import Diagnostics
import Foundation
import Publishing
import SharePictures
import SiteModel

/// The disk at the beginning of a build: content, theme, the bytes of downloads, and the output's place.
package enum SiteSource {
    static func load(_ options: BuildOptions) throws -> SiteLoader.Result {
        let result = try SiteLoader.load(reader(options), jobs: options.jobs)
        guard let baseURL = options.baseURL, let content = result.content else { return result }
        return SiteLoader.Result(
            content: content.configured(content.configuration.published(at: baseURL)), diagnostics: result.diagnostics)
    }

    /// The files of a site, those that the options exchange among them.
    static func reader(_ options: BuildOptions) -> SourceReader {
        let disk = SourceReader.disk(root: options.source)
        return options.overlay.isEmpty ? disk : disk.overlaid(with: options.overlay)
    }

    /// What of the content is public, for all that make a site of it: the day that somebody named, else that of
    /// `site.config`, else today.
    package static func assembly(of content: SiteContent, _ options: BuildOptions) -> SiteAssembler.Options {
        let usual = content.configuration.asOf?.value ?? options.today
        return SiteAssembler.Options(
            day: options.asOf ?? usual, includesDrafts: options.includesDrafts,
            // A site that is asked for as of another day holds what came after it.
            latestDay: options.asOf == nil ? nil : max(usual, options.today),
            canDrawSharePictures: SharePictureStore.canDraw)
    }

    /// What was published before, where the site keeps it. A site of another day lacks what came later, and is not asked.
    static func ledger(_ options: BuildOptions) -> URLLedger? {
        guard options.asOf == nil else { return nil }
        return ledger(in: SourceReader.disk(root: options.source))
    }

    /// The ledger of a site, in its present place or the one before.
    package static func ledger(in reader: SourceReader) -> URLLedger? {
        for path in [URLLedger.path, URLLedger.earlierPath] {
            guard let bytes = reader.read(path, PublishedAddresses.maximumByteCount) else { continue }
            return URLLedger(SourceFile(path: path, bytes: bytes))
        }
        return nil
    }

    /// SHA-256 of the files that documents offer.
    package static func digests(of site: Site, root: String) -> [SitePath: String] {
        let references = site.documents.all.flatMap { document in
            document.files.map { (document.page.path, $0.value) }
        }
        let reader = SourceReader.disk(root: root)
        // Of pictures only what is made of them is published.
        let files = Dictionary(site.attachments.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var digests: [SitePath: String] = [:]
        for (page, reference) in references {
            guard let path = reference.path(from: page), digests[path] == nil, let file = files[path],
                file.picture == nil,
                let bytes = reader.read(path.text, .max)
            else { continue }
            digests[path] = (try? file.published(bytes)).map(digest)
        }
        return digests
    }

    /// SHA-256 in hexadecimal.
    static func digest(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    static func publisher(_ options: BuildOptions) throws -> Publisher {
        let source = absolute(options.source, from: FileManager.default.currentDirectoryPath)
        return try Publisher(
            output: absolute(options.output, from: source), sources: SourcePlaces(site: source),
            permissions: options.permissions)
    }

    /// An absolute path without `.`, `..` and double slashes; symbolic links are not looked at.
    private static func absolute(_ path: String, from base: String) -> String {
        let full = path.hasPrefix("/") ? path : base + "/" + path
        var components: [Substring] = []
        for component in full.split(separator: "/") where component != "." {
            if component == ".." { _ = components.popLast() } else { components.append(component) }
        }
        return "/" + components.joined(separator: "/")
    }
}
