import Diagnostics
import Documents
import Rules

/// Checks the files for programs: feed, sitemap and JSON must be well formed, and the addresses in them must exist.
struct DataFileCheck {
    /// What can be read here.
    enum Format {
        case xml, json

        /// The format of a file, by the ending of its address; `nil` for others, of which nothing is found.
        init?(_ url: String) {
            if url.hasSuffix(".xml") {
                self = .xml
            } else if url.hasSuffix(".json") {
                self = .json
            } else {
                return nil
            }
        }
    }

    let addresses: SiteAddresses

    func findings(in bytes: [UInt8], at url: String) -> [Diagnostic] {
        switch Format(url) {
        case .xml: xmlFindings(bytes, url)
        case .json: jsonFindings(bytes, url)
        case nil: []
        }
    }

    private func xmlFindings(_ bytes: [UInt8], _ url: String) -> [Diagnostic] {
        var links: [String] = []
        var text = ""
        do {
            try XMLPart.read(bytes, named: url, vocabulary: .prefixed) { event in
                switch event {
                case .start(let name, let attributes):
                    text = ""
                    if name == "atom:link", let href = attributes["href"] { links.append(href) }
                case .text(let piece): text += piece
                case .end(let name):
                    // Sitemaps (sitemaps.org). The id of an entry (RFC 4287, 4.2.6) is a name; nobody follows it.
                    if name == "sitemap:loc" || name == "atom:uri" { links.append(text) }
                    text = ""
                }
            }
        } catch {
            return [malformed(url)]
        }
        return absent(links, in: url)
    }

    private func jsonFindings(_ bytes: [UInt8], _ url: String) -> [Diagnostic] {
        var links: [String] = []
        let fault = bytes.withUnsafeBufferPointer { bytes in
            JSONScanner.firstFault(in: bytes) { value in
                guard value.starts(with: "http".utf8), addresses.known.index(of: value) == nil else { return }
                links.append(String(decoding: value, as: UTF8.self))
            }
        }
        return fault == nil ? absent(links, in: url) : [malformed(url)]
    }

    private func absent(_ links: [String], in url: String) -> [Diagnostic] {
        links.filter { link in
            var link = link
            // As the program writes them, nearly all are known.
            return link.withUTF8 { addresses.known.index(of: $0) } == nil
                && !addresses.isThere(PageAddress(link, use: .mention, bytes: 0..<0), from: url)
        }.map { address in
            Diagnostic(
                .outputData, at: nil,
                message: LocalizedText(
                    zh: "数据文件 \(url) 中的网址“\(address)”不存在。", en: "In \(url), the address “\(address)” does not exist."),
                url: url)
        }
    }

    private func malformed(_ url: String) -> Diagnostic {
        Diagnostic(
            .outputData, at: nil,
            message: LocalizedText(zh: "数据文件 \(url) 的格式不正确。", en: "\(url) is not well formed."), url: url)
    }
}
