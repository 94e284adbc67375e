import Diagnostics

/// How far a build has come, for those who watch it.
package struct BuildProgress: Sendable, Hashable {
    /// A stage that can last.
    package enum Stage: Sendable {
        case load, model, index, render, photos, check, externalLinks, publish
    }

    package let stage: Stage
    /// What is done of the stage, and what there is to do; `nil` where it is not counted.
    package let pages: Pages?

    /// Pages and files of the site, or addresses of other sites.
    package struct Pages: Sendable, Hashable {
        package let done: Int
        package let total: Int
    }

    package init(_ stage: Stage, pages: Pages? = nil) {
        self.stage = stage
        self.pages = pages
    }

    /// One line without a line end: what is being done.
    package func text(_ language: MessageLanguage) -> String {
        let name: LocalizedText =
            switch stage {
            case .load: LocalizedText(zh: "读取内容", en: "Reading the content")
            case .model: LocalizedText(zh: "整理关系", en: "Relating the content")
            case .index: LocalizedText(zh: "建立检索", en: "Making the search index")
            case .render: LocalizedText(zh: "生成页面", en: "Making pages")
            case .photos: LocalizedText(zh: "处理图片", en: "Making pictures")
            case .check: LocalizedText(zh: "检查成品", en: "Checking the pages")
            case .externalLinks: LocalizedText(zh: "询问其他网站", en: "Asking other sites")
            case .publish: LocalizedText(zh: "发布", en: "Publishing")
            }
        guard let pages else { return name[language] + "…" }
        return name[language] + " \(pages.done)/\(pages.total)"
    }
}
