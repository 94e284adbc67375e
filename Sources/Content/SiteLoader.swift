import Diagnostics

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
    package static func load(_ reader: SourceReader, jobs: Int) throws -> Result {
        var store = ContentStore(reader: reader, jobs: jobs)
        try store.readAll()
        return store.result()
    }

    static let oversizedConfiguration = Diagnostic(
        .fileTooLarge, at: SourceFile(path: ConfigurationReader.path, bytes: []).start,
        message: LocalizedText(
            zh: "site.config 超过 \(PageReader.maximumByteCount / 1024) KiB。",
            en: "site.config is larger than \(PageReader.maximumByteCount / 1024) KiB."))

    static let missingConfiguration = Diagnostic(
        .configurationMissing, at: SourceFile(path: ConfigurationReader.path, bytes: []).start,
        message: LocalizedText(zh: "这个文件夹里没有 site.config。", en: "There is no site.config in this folder."),
        help: LocalizedText(
            zh: "请在站点文件夹中运行，或用 --source 指定站点文件夹。",
            en: "Run this in the site's folder, or name it with --source."))
}
