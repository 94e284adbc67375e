import Addresses
import Diagnostics
import Fields
import Rules

/// Reads the settings of a site that take more than their type.
package enum SettingReading {
    /// What the programme is called, and the title it gives.
    package struct Programme: Sendable {
        let name: String?
        let honor: String?
    }

    /// Filing numbers; `nil` for those that are not given, or written down empty.
    package struct Records: Sendable {
        let icp: String?
        let police: String?
    }

    static func baseURL(_ fields: inout FieldReader, _ name: String) -> BaseURL? {
        guard let text = fields.text(name) else { return nil }
        guard let url = BaseURL(text.value) else {
            fields.report(wrongURL(text))
            return nil
        }
        return url
    }

    static func organisation(_ fields: inout FieldReader) -> SiteConfiguration.Organisation? {
        let englishName = fields.value(of: OrganisationFields.englishName)?.value
        let office = fields.value(of: OrganisationFields.office)?.value
        let url = fields.value(of: OrganisationFields.url)
        if let url, !isAddress(url.value, allowsPath: false) { fields.report(wrongURL(url)) }
        return fields.value(of: OrganisationFields.name).map {
            SiteConfiguration.Organisation(name: $0.value, englishName: englishName, office: office, url: url)
        }
    }

    static func programme(_ fields: inout FieldReader) -> Programme? {
        // The year is for those who read the file.
        _ = fields.value(of: ProgrammeFields.since)
        return Programme(
            name: fields.value(of: ProgrammeFields.name)?.value, honor: fields.value(of: ProgrammeFields.honor)?.value)
    }

    static func navigationItem(_ fields: inout FieldReader) -> SiteConfiguration.NavigationItem? {
        let title = fields.value(of: NavigationFields.title)
        let url = fields.value(of: NavigationFields.url)
        if let url, !isAddress(url.value, allowsPath: true) {
            fields.report(wrongURL(url))
            return nil
        }
        guard let title, let url else { return nil }
        return SiteConfiguration.NavigationItem(title: title.value, url: url)
    }

    /// Whether a text is a full http(s) URL or, where allowed, a path of the site. `//host` is neither: a browser takes
    /// it for another site.
    private static func isAddress(_ text: String, allowsPath: Bool) -> Bool {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }) else {
            return false
        }
        if allowsPath, text.hasPrefix("/") { return !text.hasPrefix("//") }
        let rest = ["https://", "http://"].first(where: text.hasPrefix).map { text.dropFirst($0.count) }
        return rest.map { !$0.isEmpty && !$0.hasPrefix("/") } ?? false
    }

    private static func wrongURL(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .configurationValue, at: text.range,
            message: LocalizedText(zh: "“\(text.value)”不是可用的网址。", en: "“\(text.value)” is no usable address."),
            help: LocalizedText(
                zh: "请写完整网址，例如 https://example.org/ 或 https://example.org/qc/；导航也可以写以 / 开头的站内路径。",
                en:
                    "Write a full URL such as https://example.org/ or https://example.org/qc/; navigation also takes paths beginning with /."
            ))
    }
}
