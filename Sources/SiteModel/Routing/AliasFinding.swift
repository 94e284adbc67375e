import Addresses
import Diagnostics
import Rules

/// What is said about old addresses of pages.
enum AliasFinding {
    /// The old address of a file, where no page can stand that leads on.
    ///
    /// - Parameter target: the site-absolute path it leads to.
    static func needsServer(_ alias: Located<String>, to target: String, baseURL: BaseURL) -> Diagnostic {
        // nginx matches the decoded path.
        let old = baseURL.path + PercentEncoding.decoded(alias.value).dropFirst()
        let line = "location = \"\(old)\" { return 301 \(baseURL.href(target)); }"
        return Diagnostic(
            .aliasOfFile, at: alias.range,
            message: LocalizedText(
                zh: "旧网址“\(alias.value)”是文件的网址，不能放转向的网页。",
                en: "The alias “\(alias.value)” is the address of a file, where no page can stand that leads on."),
            help: LocalizedText(
                zh: "请在服务器上设转向，例如 nginx：\(line)", en: "Let the server lead on, such as in nginx: \(line)"),
            url: target)
    }
}
