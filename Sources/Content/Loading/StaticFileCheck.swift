import Diagnostics
import Documents
import Rules
import Screening
import Values

/// The folder `static/` of a site: small files that other systems look for at the root, such as `CNAME` and the proofs of search
/// engines that a site is theirs who says so.
package enum StaticFolder {
    /// Its name below the site.
    package static let name = "static"
}

extension SitePath {
    /// Whether the file is published at the root of the site under its path below `static/`.
    package var isStatic: Bool { text.hasPrefix(StaticFolder.name + "/") }
}

/// Looks at files below `static/`: few kinds are needed there, and everything else has its place in the content.
enum StaticFileCheck {
    /// Endings of texts that systems ask for; an empty one stands for names such as `CNAME`.
    private static let textEndings: Set<String> = ["txt", "text", "json", "webmanifest", ""]
    /// More than any proof has.
    private static let maximumProofBytes = 1024

    /// - Returns: the file; `nil` for one that is not published.
    static func read(
        _ listing: Workspace.Listing, path: SitePath, reader: Workspace, checks: CheckSettings,
        findings: inout [Diagnostic]
    ) -> AttachmentFile? {
        let ending = FileKind.ending(of: path.name)
        let bytes = reader.read(listing.path, maximumProofBytes + 1) ?? []
        if ending == "html" || ending == "htm" {
            guard isProof(bytes) else {
                findings.append(page(path))
                return nil
            }
            findings += PersonalDataScan.findings(
                in: SourceFile(path: path.text, bytes: bytes), contacts: checks.contacts)
            return AttachmentFile(path: path, size: listing.size, imageSize: nil)
        }
        let promised = FileKind.promised(by: path.name)
        guard textEndings.contains(ending) || promised == .xml || promised == .svg || promised == .icon else {
            findings.append(misplaced(path))
            return nil
        }
        let file = AttachmentCheck.read(listing, path: path, reader: reader, checks: checks, findings: &findings)
        guard file?.picture == nil else {
            findings.append(misplaced(path))
            return nil
        }
        return file
    }

    /// Whether a page is nothing but a line of text, as search engines have it: without any markup it does nothing.
    private static func isProof(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, bytes.count <= maximumProofBytes else { return false }
        return bytes.allSatisfy { ($0 >= 0x20 || (9...13).contains($0)) && $0 < 0x7F && $0 != UInt8(ascii: "<") }
    }

    private static func page(_ path: SitePath) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "“\(path)”是网页，不能放在 static/ 里。", en: "“\(path)” is a web page, which has no place in static/."),
            help: LocalizedText(
                zh: "static/ 里的 .html 只能是搜索引擎的验证文件（一行文字，没有标签）；页面请写成 Markdown 放进 content/，验证也可以改用 txt 文件或域名解析。",
                en:
                    "An .html file there is the proof of a search engine, one line of text without a tag; write pages in Markdown below content/, or prove the site with a txt file or by DNS."
            ))
    }

    private static func misplaced(_ path: SitePath) -> Diagnostic {
        Diagnostic(
            .fileMisplaced, at: SourceFile(path: path.text, bytes: []).start,
            message: LocalizedText(
                zh: "“\(path)”不该放在 static/ 里。", en: "“\(path)” does not belong into static/."),
            help: LocalizedText(
                zh: "static/ 只放 CNAME、搜索引擎验证文件（txt、xml、没有标签的 html）、json、ico 和 svg；图片和供下载的文件请放在 content/ 里用到它的页面旁边。",
                en:
                    "That folder is for CNAME, proofs of search engines (txt, xml, html without tags), json, ico and svg; put pictures and downloads beside the page in content/ that uses them."
            ))
    }
}
