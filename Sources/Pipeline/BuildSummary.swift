import Content
import Diagnostics
import ExternalLinks
import Publishing
import SiteModel

/// The end of a build in at most ten lines: what there is, what was written, what was found, what was not checked.
package struct BuildSummary: Sendable {
    private let outcome: Build.Outcome
    private let options: BuildOptions
    private let language: MessageLanguage

    package init(_ outcome: Build.Outcome, options: BuildOptions, language: MessageLanguage) {
        self.outcome = outcome
        self.options = options
        self.language = language
    }

    /// - Parameters:
    ///   - showsTimings: whether to add the time of each stage.
    ///   - isVerbose: whether to name what was left out and what was removed.
    package func text(showsTimings: Bool, isVerbose: Bool) -> String {
        var lines: [String] = []
        if let site = outcome.site {
            lines.append(pages(of: site))
            if !site.withheld.isEmpty { lines.append(withheld(site.withheld, isVerbose: isVerbose)) }
        }
        if let published = outcome.published {
            lines.append(files(published))
            lines += published.remarks.map { text(zh: "警告：", en: "Warning: ") + $0.message[language] }
            if isVerbose { lines += published.removedPaths.map { "  - \($0)" } }
        }
        if let external = outcome.external { lines.append(links(external)) }
        lines.append(
            outcome.external == nil
                ? text(
                    zh: "未检查：外部链接（用 check --external 检查）、图片里的画面。",
                    en: "Not checked: links to other sites (check --external does), what pictures show.")
                : text(zh: "未检查：图片里的画面。", en: "Not checked: what pictures show."))
        if showsTimings {
            let stages = outcome.timings.stages.map { "\($0.name) \($0.duration.milliseconds) ms" }
            lines.append(text(zh: "各阶段：", en: "Stages: ") + stages.joined(separator: ", "))
        }
        lines.append(verdict)
        return lines.joined(separator: "\n") + "\n"
    }

    private var verdict: String {
        let errors = outcome.report.count(of: .error)
        let warnings = outcome.report.count(of: .warning)
        let found = text(
            zh: "错误 \(errors) 个，警告 \(warnings) 个，用时 \(outcome.timings.total.milliseconds) 毫秒。",
            en:
                "\(errors.counting("error")), \(warnings.counting("warning")), \(outcome.timings.total.milliseconds) ms."
        )
        if outcome.published != nil { return text(zh: "已发布。", en: "Published. ") + found }
        if options.output == nil { return text(zh: "检查完毕。", en: "Checked. ") + found }
        return text(zh: "没有发布，原来的输出保持不变。", en: "Nothing was published; the old output is as it was. ") + found
    }

    private func pages(of site: Site) -> String {
        var kinds: [(zh: String, en: String, count: Int)] = [
            ("年度", "edition", site.editions.count), ("班组", "team", site.teams.count),
            ("成果材料", "write-up", site.teams.count { $0.writeUp != nil }),
        ]
        for kind in DocumentKind.allCases {
            if let counted = kind.declaration.counted {
                kinds.append((counted.zh, counted.en, site.documents[kind].count))
            }
            // Practices come from teams, and teams from enterprises.
            if kind == .practice {
                kinds.append(("企业", "enterprise", site.enterprises.count { !$0.teams.isEmpty }))
            }
        }
        let total = site.routes.routes.count(where: \.isPage)
        let list = kinds.map { text(zh: "\($0.zh) \($0.count)", en: $0.count.counting($0.en)) }
        return text(zh: "页面 \(total) 个：", en: "\(total.counting("page")): ")
            + list.joined(separator: text(zh: "，", en: ", "))
    }

    private func withheld(_ withheld: [Site.Withheld], isVerbose: Bool) -> String {
        let drafts = withheld.count { if case .draft = $0.reason { true } else { false } }
        let head = text(
            zh: "未公开：草稿 \(drafts) 个，日期未到 \(withheld.count - drafts) 个。",
            en: "Not public: \(drafts.counting("draft")), \(withheld.count - drafts) whose day has not come.")
        guard isVerbose else { return head }
        return ([head] + withheld.map { "  - \($0.path)" }).joined(separator: "\n")
    }

    private func links(_ external: ExternalLinkSummary) -> String {
        var parts = [
            text(
                zh: "外部链接：询问网址 \(external.asked) 个，沿用近日结果 \(external.remembered) 个，不能断定 \(external.unverified) 个",
                en:
                    "Links to other sites: \(external.asked.counting("address", "addresses")) asked, \(external.remembered) known from earlier checks, \(external.unverified) could not be told"
            )
        ]
        if external.skipped > 0 {
            parts.append(text(zh: "按设置跳过 \(external.skipped) 个", en: "\(external.skipped) skipped as configured"))
        }
        if external.hasUnreadableCache {
            parts.append(
                text(
                    zh: "\(LinkCacheFile.path) 无法读取，没有使用", en: "\(LinkCacheFile.path) cannot be read and was not used"))
        }
        if external.hasUnwritableCache {
            parts.append(text(zh: "\(LinkCacheFile.path) 无法写入", en: "\(LinkCacheFile.path) cannot be written"))
        }
        return parts.joined(separator: text(zh: "；", en: "; ")) + text(zh: "。", en: ".")
    }

    private func files(_ published: Publisher.Summary) -> String {
        text(
            zh:
                "文件：写入 \(published.written)，未变 \(published.unchanged)，删除 \(published.removed)，共 \(published.bytes / 1000) KB",
            en:
                "Files: \(published.written) written, \(published.unchanged) unchanged, \(published.removed) removed, \(published.bytes / 1000) KB in all"
        )
    }

    private func text(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)[language] }
}
