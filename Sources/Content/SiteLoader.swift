import Diagnostics
import Rules
import Values

/// The first three stages of the pipeline: load, parse, validate.
package enum SiteLoader {
    /// What was read and what is wrong with it.
    package struct Result: Sendable {
        /// `nil` when there is no usable `site.config`.
        package let content: SiteContent?
        package let diagnostics: [Diagnostic]

        package init(content: SiteContent?, diagnostics: [Diagnostic]) {
            self.content = content
            self.diagnostics = diagnostics
        }
    }

    /// Reads a site. Files are read and parsed on `jobs` threads; the result does not depend on their number.
    ///
    /// - Throws: when the root cannot be listed.
    package static func load(_ workspace: Workspace, jobs: Int) throws -> Result {
        var store = ContentStore(workspace, jobs: jobs)
        try store.readAll()
        return store.result()
    }

    static let oversizedConfiguration = Diagnostic(
        .fileTooLarge, at: SourceFile(path: ConfigurationReader.path, bytes: []).start,
        message: LocalizedText(
            zh: "site.config 超过 \(PageReader.maximumByteCount / 1024) KiB。",
            en: "site.config is larger than \(PageReader.maximumByteCount / 1024) KiB."))

    /// What is said of a `site.config` that is not there, or cannot be read.
    static func missingConfiguration(_ workspace: Workspace) -> Diagnostic {
        let path = ConfigurationReader.path
        // A folder of that name says nothing when it is looked at.
        if let listing = workspace.look(path), let sitePath = SitePath(path) {
            return (FileProblem(listing) ?? .unreadable()).diagnostic(sitePath)
        }
        return Diagnostic(
            .configurationMissing, at: SourceFile(path: path, bytes: []).start,
            message: LocalizedText(zh: "这个文件夹里没有 site.config。", en: "There is no site.config in this folder."),
            help: LocalizedText(
                zh: "请在站点文件夹中运行，或用 --source 指定站点文件夹。",
                en: "Run this in the site's folder, or name it with --source."))
    }

    /// What is said of a site without content: it would replace the one that is published by an empty one.
    static func missingContent(_ workspace: Workspace) -> Diagnostic {
        let other = namesTakenForContent.first { name in
            do {
                return try !workspace.list(name).isEmpty
            } catch {
                return false
            }
        }
        return Diagnostic(
            .configurationMissing, at: SourceFile(path: "content", bytes: []).start,
            message: LocalizedText(
                zh: "文件夹 content 不存在，或者里面没有内容。", en: "The folder content/ is not there, or has nothing in it."),
            help: other.map {
                LocalizedText(zh: "请把文件夹“\($0)”改名为 content。", en: "Rename the folder “\($0)” to content.")
            }
                ?? LocalizedText(
                    zh: "常见原因是磁盘没有挂载，或内容没有取全；内容都放在 content 里。",
                    en:
                        "Often a disk is not mounted, or the content was fetched in part. All content stands in content/."
                ))
    }

    /// Names that people give the folder, and that Linux tells from `content`.
    private static let namesTakenForContent = ["Content", "CONTENT", "contents", "Contents", "内容"]
}
