import Testing

@testable import Values

@Suite("Readings of words")
struct PinyinPhraseTests {
    private func expectSlugs(_ list: String) {
        for line in list.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            #expect(Pinyin(texts: words).slug(words[0]) == words[1])
        }
    }

    @Test("words of municipal engineering are read as they are said")
    func trade() {
        expectSlugs(
            """
            地铁 di-tie
            重建 chong-jian
            给水 ji-shui
            给排水 ji-pai-shui
            市政给排水工程 shi-zheng-ji-pai-shui-gong-cheng
            补给泵 bu-ji-beng
            供给 gong-ji
            行车 xing-che
            人行道 ren-xing-dao
            行业协会 hang-ye-xie-hui
            调度 diao-du
            行车调度 xing-che-diao-du
            中央空调 zhong-yang-kong-tiao
            调压箱 tiao-ya-xiang
            调蓄池 tiao-xu-chi
            南水北调 nan-shui-bei-diao
            重载 zhong-zai
            起重吊装 qi-zhong-diao-zhuang
            承重 cheng-zhong
            重铺 chong-pu
            参差 cen-ci
            泊位 bo-wei
            湖泊治理 hu-po-zhi-li
            压实度 ya-shi-du
            卷材 juan-cai
            模板 mu-ban
            模型 mo-xing
            大厦 da-sha
            传感器 chuan-gan-qi
            转体 zhuan-ti
            载荷 zai-he
            沉降 chen-jiang
            强度 qiang-du
            处理 chu-li
            管道 guan-dao
            巷道 hang-dao
            背街小巷 bei-jie-xiao-xiang
            绑扎钢筋 bang-za-gang-jin
            铣刨 xi-bao
            冷轧带肋 leng-zha-dai-lei
            弹性模量 tan-xing-mo-liang
            弹石路面 dan-shi-lu-mian
            管道疏浚 guan-dao-shu-jun
            泥浆堵塞 ni-jiang-du-se
            塞尺 sai-chi
            校准 jiao-zhun
            校企合作 xiao-qi-he-zuo
            河涌 he-chong
            拌和站 ban-huo-zhan
            粘土 nian-tu
            粘贴 zhan-tie
            还建房 huan-jian-fang
            对称 dui-chen
            称重 cheng-zhong
            标识牌 biao-shi-pai
            """)
    }

    @Test("a reading is not taken across two words")
    func divisions() {
        expectSlugs(
            """
            城市长效管理 cheng-shi-chang-xiao-guan-li
            班组长工作法 ban-zu-zhang-gong-zuo-fa
            小组长期坚持 xiao-zu-chang-qi-jian-chi
            南京市长江大桥 nan-jing-shi-chang-jiang-da-qiao
            市长热线 shi-zhang-re-xian
            重建设轻管理 zhong-jian-she-qing-guan-li
            运行长度 yun-xing-chang-du
            供给水管 gong-ji-shui-guan
            地下行车 di-xia-xing-che
            长大隧道 chang-da-sui-dao
            公司长期 gong-si-chang-qi
            人人都是质检员 ren-ren-dou-shi-zhi-jian-yuan
            """)
    }

    @Test("places are read as they are called")
    func places() {
        expectSlugs(
            """
            长城 chang-cheng
            长江 chang-jiang
            都江堰 du-jiang-yan
            陕西 shaan-xi
            重庆 chong-qing
            厦门 xia-men
            厦深铁路 xia-shen-tie-lu
            六安市政 lu-an-shi-zheng
            六合区 lu-he-qu
            六盘水 liu-pan-shui
            蚌埠 beng-bu
            亳州 bo-zhou
            番禺 pan-yu
            吐鲁番 tu-lu-fan
            台州 tai-zhou
            乐山 le-shan
            乐清 yue-qing
            乐陵 lao-ling
            昌乐 chang-le
            长治 chang-zhi
            长春 chang-chun
            长子县 zhang-zi-xian
            朝阳 chao-yang
            丽水 li-shui
            成都 cheng-du
            佛山 fo-shan
            西藏 xi-zang
            漯河 luo-he
            东阿 dong-e
            中牟 zhong-mu
            浚县 xun-xian
            泌阳 bi-yang
            涡阳 guo-yang
            洪洞 hong-tong
            铅山 yan-shan
            荥阳 xing-yang
            荥经 ying-jing
            尉犁 yu-li
            犍为 qian-wei
            单县 shan-xian
            闵行 min-hang
            黄埔 huang-pu
            大埔 da-bu
            什邡 shi-fang
            喀什 ka-shi
            龙圩 long-xu
            郫都 pi-du
            大栅栏 da-shi-lan
            """)
    }

    @Test("every prefecture is read as its official romanisation has it")
    func prefectures() {
        // Those with a character that has other readings; all others have one reading for each character.
        let special = [
            "长治市": "chang-zhi", "长春市": "chang-chun", "朝阳市": "chao-yang", "六安市": "lu-an", "蚌埠市": "beng-bu",
            "厦门市": "xia-men", "漯河市": "luo-he", "长沙市": "chang-sha", "佛山市": "fo-shan", "百色市": "bai-se",
            "成都市": "cheng-du", "乐山市": "le-shan", "都匀市": "du-yun", "六盘水市": "liu-pan-shui", "宿州市": "su-zhou",
            "昌都市": "chang-du", "昌都地区": "chang-du", "喀什地区": "ka-shi", "阿勒泰地区": "a-le-tai", "台州市": "tai-zhou",
            "丽水市": "li-shui", "亳州市": "bo-zhou", "济南市": "ji-nan", "济宁市": "ji-ning", "大理白族自治州": "da-li",
            "锡林郭勒盟": "xi-lin-guo-le", "儋州市": "dan-zhou", "朔州市": "shuo-zhou", "泸州市": "lu-zhou", "石嘴山市": "shi-zui-shan",
            "阿坝藏族羌族自治州": "a-ba-zang-zu-qiang-zu", "甘孜藏族自治州": "gan-zi-zang-zu", "吐鲁番市": "tu-lu-fan",
            "葫芦岛市": "hu-lu-dao", "衢州市": "qu-zhou", "中卫市": "zhong-wei", "巴音郭楞蒙古自治州": "ba-yin-guo-leng",
        ]
        let names = CityTable.prefectures.flatMap { $0.names.split(whereSeparator: \.isWhitespace).map(String.init) }
        #expect(names.count > 340)
        let pinyin = Pinyin(texts: names)
        for name in names {
            let slug = pinyin.slug(name)
            #expect(slug.split(separator: "-").count == name.count, "\(name)")
            if let reading = special[name] { #expect(slug.hasPrefix(reading + "-"), "\(name)") }
        }
    }

    @Test("the table is in order, and each word has as many readings as characters at most")
    func table() {
        let words = PinyinPhraseTable.phrases.description.split(whereSeparator: \.isWhitespace)
        #expect(words.count > 10_000 && PinyinPhraseTable.phrases.utf8CodeUnitCount < 200_000)
        var previous: [UInt8] = []
        for entry in words {
            let word = entry.prefix { !$0.isUppercase }
            #expect(previous.lexicographicallyPrecedes(word.utf8), "\(entry)")
            previous = Array(word.utf8)
            let readings = entry.dropFirst(word.count + 1).split(separator: ",", omittingEmptySubsequences: false)
            #expect(readings.count <= word.count && word.count <= 8, "\(entry)")
            #expect(readings.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) } }, "\(entry)")
        }
    }

    @Test("a character of a long text is asked for once at most")
    func long() {
        let text = Array(String(repeating: "城市长效管理重建地铁", count: 2_000).unicodeScalars)
        var asked = 0
        let syllables = PinyinPhraseTable.shared.syllables(of: text) { _ in
            asked += 1
            return "x"
        }
        #expect(syllables.count == text.count && asked <= text.count)
    }

    @Test(
        "a name keeps the address that was published with an earlier reading",
        arguments: [
            // Published before, published anew, published with both, never published.
            ("/enterprises/zhang-cheng-shi-zheng/\n", "zhang-cheng-shi-zheng"),
            ("/enterprises/chang-cheng-shi-zheng/ #a\n", "chang-cheng-shi-zheng"),
            ("/enterprises/chang-cheng-shi-zheng/\n/enterprises/zhang-cheng-shi-zheng/\n", "chang-cheng-shi-zheng"),
            ("/associations/zhang-cheng-shi-zheng/\n", "chang-cheng-shi-zheng"),
            ("", "chang-cheng-shi-zheng"),
        ])
    func published(record: String, segment: String) {
        let pinyin = Pinyin(texts: ["长城市政"], published: PublishedAddresses(bytes: Array(record.utf8)))
        #expect(pinyin.addressSegment("长城市政", below: "/enterprises/") == segment)
    }

    @Test("a slug that is proposed for a name is read as names are")
    func proposal() {
        #expect(Slug.proposal(for: "地铁重建")?.text == "di-tie-chong-jian")
        #expect(Slug.proposal(for: "Café ＱＣ 长城")?.text == "cafe-qc-chang-cheng")
    }
}
