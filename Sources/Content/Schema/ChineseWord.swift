/// The Chinese words of codes, as rosters and front matter accept them, for those who write tables in Chinese.
package enum ChineseWord {
    package static func of(_ mode: ApplicationMode) -> String { mode.chineseWord }
    package static func of(_ honor: Honor) -> String { honor.chineseWord }
    package static func of(_ standing: Standing) -> String { standing.chineseWord }
    package static func of(_ status: EditionStatus) -> String { status.chineseWord }
}
