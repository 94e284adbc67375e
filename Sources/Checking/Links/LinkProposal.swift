import Addresses
import Markdown
import SiteModel
import Values

/// What an editor most likely meant by an address that cannot work as it is written.
struct LinkProposal {
    let routes: RouteTable

    /// The address in the form that works, as a destination is written; `nil` where it is just not there, and never the
    /// address itself.
    ///
    /// - Parameter path: the file the address stands in; `nil` for `site.config`.
    func meant(by destination: String, in path: SitePath?) -> String? {
        let candidates: [(String) -> String?] = [
            halfWidth, mail, webAddress, { text in path.flatMap { name(text, $0) } }, folder, pinyin,
            { text in path.flatMap { file(text, $0) } },
        ]
        return candidates.lazy.compactMap { $0(destination) }.first { $0 != destination }
    }

    /// `https：//example.org`, `measures.md＃art-8`: full-width signs where addresses have others.
    private func halfWidth(_ destination: String) -> String? {
        let signs: [Character: Character] = ["：": ":", "／": "/", "＃": "#", "？": "?", "．": ".", "－": "-", "＆": "&"]
        guard destination.contains(where: { signs[$0] != nil }) else { return nil }
        return String(destination.map { signs[$0] ?? $0 })
    }

    /// `form@2020.docx` and `site@2x.png`, a picture for fine screens, are files.
    private static let fileEndings = PictureName.endings.union(["pdf", "docx", "xlsx", "zip", "md"])

    /// `office@example.org`: without its scheme, an address is taken for a file.
    private func mail(_ destination: String) -> String? {
        let parts = destination.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !destination.contains("/"),
            !Self.fileEndings.contains(destination.split(separator: ".").last.map { $0.lowercased() } ?? "")
        else { return nil }
        return "mailto:" + destination
    }

    /// `www.example.org/list`: without its scheme, an address is taken for a file.
    private func webAddress(_ destination: String) -> String? {
        if let scheme = ["https//", "http//"].first(where: destination.hasPrefix) {
            return "https://" + destination.dropFirst(scheme.count).drop { $0 == "/" }
        }
        let host = destination.prefix { !"/?#".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isHost =
            labels.count > 1
            && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
        guard isHost, destination.hasPrefix("www.") || Self.domains.contains(labels.last.map(String.init) ?? "") else {
            return nil
        }
        return "https://" + destination
    }

    private static let domains: Set<String> = ["cn", "com", "org", "net", "gov", "edu"]

    /// `1#泵站.txt`, `何时?.txt`, `a%20b.txt`: the name of a file as it is, which an address has encoded.
    private func name(_ destination: String, _ path: SitePath) -> String? {
        guard let target = path.resolving(destination), routes.urlBySource[target.text] != nil else { return nil }
        return PercentEncoding.destination(ofPath: destination)
    }

    /// `/rules/measures/index.html`, `/rules/measures.md`: pages stand in folders. `/content/rules/measures.md`: the place
    /// of a file is none of its page.
    private func folder(_ destination: String) -> String? {
        guard destination.hasPrefix("/") else { return nil }
        let path = URLReference(destination).path
        if let url = routes.urlBySource[String(path.dropFirst())] {
            return PercentEncoding.destination(ofPath: url) + Self.rest(of: destination)
        }
        for name in ["index.html", "index.htm", "index.md", ".html", ".htm", ".md"] where path.hasSuffix(name) {
            let url = String(path.dropLast(name.count)) + (name.hasPrefix(".") ? "/" : "")
            if routes[url] != nil { return PercentEncoding.destination(ofPath: url) + Self.rest(of: destination) }
        }
        return nil
    }

    /// `/provinces/浙江/`, `/practices/method/首件样板/`: addresses have provinces by their fixed names, all else in pinyin.
    private func pinyin(_ destination: String) -> String? {
        guard destination.hasPrefix("/") else { return nil }
        let path = PercentEncoding.decoded(URLReference(destination).path)
        guard path.utf8.contains(where: { $0 >= 0x80 }), routes[path] == nil else { return nil }
        let folders = path.split(separator: "/").map(String.init)
        func url(_ slug: (String) -> String) -> String {
            "/" + folders.map { ($0.utf8.allSatisfy { $0 < 0x80 } ? $0 : slug($0)) + "/" }.joined()
        }
        let candidates = [
            url { Province(named: $0)?.slug ?? Pinyin(texts: [$0]).slug($0) }, url { Pinyin(texts: [$0]).slug($0) },
        ]
        guard let meant = candidates.first(where: { routes[$0] != nil }) else { return nil }
        return PercentEncoding.destination(ofPath: meant) + Self.rest(of: destination)
    }

    /// `rules/`, `rules/measures/` and `rules/measures.html` in a text, where files are named as they are.
    private func file(_ destination: String, _ path: SitePath) -> String? {
        let written = URLReference(destination).path
        let bare = [".html", ".htm"].first(where: written.hasSuffix).map { written.dropLast($0.count) } ?? written[...]
        guard !destination.hasPrefix("/"), let target = path.resolving(String(bare)) else { return nil }
        let stem = bare.hasSuffix("/") ? bare.dropLast() : bare
        let rest = Self.rest(of: destination)
        if routes.urlBySource[target.text + ".md"] != nil {
            return PercentEncoding.destination(ofPath: stem + ".md") + rest
        }
        guard target.text.hasPrefix("content/") else { return nil }
        let url = String(target.text.dropFirst("content".count)) + "/"
        return routes[url] == nil ? nil : PercentEncoding.destination(ofPath: url) + rest
    }

    /// `a/index.md` for `a.md`, and the other way round, where that is the file.
    func otherForm(of destination: String, in path: SitePath) -> String? {
        let written = URLReference(destination).path
        let other: String
        if written.hasSuffix("/index.md") {
            other = written.dropLast("/index.md".count) + ".md"
        } else if written.hasSuffix(".md") {
            other = written.dropLast(".md".count) + "/index.md"
        } else {
            return nil
        }
        guard let target = path.resolving(other), routes.urlBySource[target.text] != nil else { return nil }
        return PercentEncoding.destination(ofPath: other) + Self.rest(of: destination)
    }

    /// Query and fragment as they are written, with their signs.
    static func rest(of destination: String) -> Substring { destination.drop { $0 != "#" && $0 != "?" } }

    /// The place that is meant by `ART-8` or `第八条`.
    static func place(meantBy fragment: String) -> String? {
        let small = fragment.lowercased()
        if small != fragment { return small }
        let article = fragment.contains("第") ? fragment : "第\(fragment)条"
        return ArticleAnchors.anchor(ofTextBeginning: Array(article.utf8)[...])
    }
}
