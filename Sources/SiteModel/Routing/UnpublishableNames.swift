import Addresses
import Content
import Diagnostics
import Rules

/// Finds names in addresses that no file can have, at the places that ask for them.
package enum UnpublishableNames {
    /// One finding for each name, however many files have it in their paths.
    static func findings(in claims: [RouteListing.Claim]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var told: Set<Substring> = []
        func tell(of claim: RouteListing.Claim) {
            guard let (path, objection) = fault(in: claim.route.url), told.insert(path).inserted else { return }
            let place = claim.place ?? SourceFile(path: "site.config", bytes: []).start
            findings.append(finding(about: path, objection, claim: claim, at: place))
        }
        // What gives a name comes first: files that are made beside a page have its folder, and the page tells of it.
        for hasPlace in [true, false] {
            for claim in claims where (claim.place != nil) == hasPlace { tell(of: claim) }
        }
        return findings
    }

    /// The path as far as its first name that cannot be published.
    private static func fault(in url: String) -> (path: Substring, objection: PublishableName.Objection)? {
        var start = url.utf8.index(after: url.startIndex)
        while start < url.endIndex {
            let end = url.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? url.endIndex
            if let objection = PublishableName.objection(to: url[start..<end]) { return (url[..<end], objection) }
            guard end < url.endIndex else { return nil }
            start = url.utf8.index(after: end)
        }
        return nil
    }

    private static func finding(
        about path: Substring, _ objection: PublishableName.Objection, claim: RouteListing.Claim, at place: SourceRange
    ) -> Diagnostic {
        let name = String(path.split(separator: "/").last ?? path)
        return finding(about: name, objection, part: part(claim), at: place, url: claim.route.url)
    }

    /// The finding about a name that cannot be published.
    ///
    /// - Parameter part: what gives the name, in words.
    package static func finding(
        about name: String, _ objection: PublishableName.Objection, part: LocalizedText = nameOfFile,
        at place: SourceRange, url: String? = nil
    ) -> Diagnostic {
        let shown = VisibleText.oneLine(name)
        let reason = reason(objection)
        let proposal = proposal(for: name, objection)
        return Diagnostic(
            .unpublishableName, at: place,
            message: LocalizedText(
                zh: "名称“\(shown)”不能发布：\(reason.zh)。", en: "The name “\(shown)” cannot be published: \(reason.en)."),
            help: proposal.map {
                LocalizedText(zh: "请换一个\(part.zh)，例如 \($0)。", en: "Choose another \(part.en), such as \($0).")
            }
                ?? LocalizedText(zh: "请换一个\(part.zh)。", en: "Choose another \(part.en)."),
            url: url)
    }

    private static func reason(_ objection: PublishableName.Objection) -> LocalizedText {
        switch objection {
        case .noName: LocalizedText(zh: "它是空的", en: "it is none")
        case .tooLong(let bytes):
            LocalizedText(
                zh: "它有 \(bytes) 字节，最长 \(PublishableName.maximumBytes) 字节（一个汉字 3 字节）",
                en: "it has \(bytes) bytes and may have \(PublishableName.maximumBytes), three for each Han character")
        case .sign: LocalizedText(zh: "其中有看不见的控制字符或反斜杠", en: "it holds a control character or a backslash")
        case .end: LocalizedText(zh: "它以点或空格结尾，Windows 会去掉", en: "Windows cuts off the dot or space at its end")
        case .device: LocalizedText(zh: "Windows 把它留给设备", en: "Windows keeps it for a device")
        }
    }

    /// What gives the name, in words.
    private static func part(_ claim: RouteListing.Claim) -> LocalizedText {
        switch claim.route.kind {
        case .redirect: LocalizedText(zh: "旧网址", en: "alias")
        case .page(.team), .page(.enterprise), .page(.association): LocalizedText(zh: "编号", en: "id")
        case .page, .file: nameOfFile
        }
    }

    package static let nameOfFile = LocalizedText(zh: "文件或文件夹的名称", en: "name for the file or folder")

    private static func proposal(for name: String, _ objection: PublishableName.Objection) -> String? {
        switch objection {
        case .device:
            let stem = name.prefix { $0 != "." }
            return "\(stem)-1\(name.dropFirst(stem.count))"
        case .end:
            let kept = String(name.reversed().drop { $0 == "." || $0 == " " }.reversed())
            return kept.isEmpty ? nil : kept
        case .tooLong, .sign, .noName: return nil
        }
    }
}
