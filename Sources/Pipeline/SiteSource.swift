import Checking
import Content
import Crypto
import Diagnostics
import Publishing
import SiteModel
import Values

/// Files of a site that stand outside of its content, or are published as they are.
package enum SiteSource {
    /// What was published before, where the site keeps it. A site of another day lacks what came later, and is not asked.
    static func ledger(_ options: BuildOptions) -> URLLedger? {
        guard options.asOf == nil else { return nil }
        return ledger(in: options.workspace)
    }

    /// The ledger of a site, in its present place or the one before.
    package static func ledger(in workspace: Workspace) -> URLLedger? {
        for path in [URLLedger.path, URLLedger.earlierPath] {
            guard let bytes = workspace.read(path, PublishedAddresses.maximumByteCount) else { continue }
            return URLLedger(SourceFile(path: path, bytes: bytes))
        }
        return nil
    }

    /// What is said of something in the ledger's place that is no file, or cannot be read: neither can what was published be
    /// compared, nor what is published now be kept.
    static func ledgerObstacle(_ options: BuildOptions) -> Diagnostic? {
        guard options.asOf == nil, options.workspace.read(URLLedger.path, 0) == nil,
            // A link that leads nowhere is there as well.
            options.workspace.look(URLLedger.path) != nil
                || options.workspace.isFolder(URLLedger.path)
        else { return nil }
        return LedgerDamage(.notAFile, at: SourceFile(path: URLLedger.path, bytes: []).start).finding
    }

    /// What is said where the record of what was published is not there, and the site that was published last shows that lists were:
    /// it was deleted, or left behind when the site was copied.
    static func missingLedger(of site: Site, _ options: BuildOptions) -> Diagnostic? {
        guard options.asOf == nil, site.configuration.asOf == nil, !options.beginsLedger,
            ledger(in: options.workspace) == nil, let bytes = options.outputRecord()
        else { return nil }
        let record = OutputRecord(bytes)
        guard !record.isTrial else { return nil }
        let years = (record.paths ?? []).compactMap { path -> Int? in
            let parts = path.split(separator: "/")
            return parts.count == 3 && parts[0] == "awards" && parts[2] == "index.html" ? Int(parts[1]) : nil
        }
        guard !years.isEmpty else { return nil }
        let place = SourceFile(path: URLLedger.path, bytes: []).start
        return LedgerDamage(.missing(years: years.sorted()), at: place).finding
    }

    /// SHA-256 of the files that documents offer.
    package static func digests(of site: Site, in workspace: Workspace) -> [SitePath: String] {
        let references = site.documents.all.flatMap { document in
            document.files.map { (document.page.path, $0.value) }
        }
        // Of pictures only what is made of them is published.
        let files = Dictionary(site.attachments.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var digests: [SitePath: String] = [:]
        for (page, reference) in references {
            guard let path = reference.path(from: page), digests[path] == nil, let file = files[path],
                file.picture == nil,
                let bytes = workspace.read(path.text, .max)
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
}
