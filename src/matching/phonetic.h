#pragma once

// A key for how a name sounds, for English names and for the spellings that names of other
// languages take in England.
//
// Of our own making, in the manner of Soundex and Metaphone: what is left is the consonants, one
// capital for each sound, and an A for a leading vowel. Spellings that differ only in vowels, in a
// doubled letter, in a silent letter or in how a sound is written give the same key:
//   Stephen, Steven, Stefan: STFN      Smith, Smyth, Schmidt: SMT      Catherine, Kathryn: KTRN
//   Mohammed, Muhamad, Mehmed: MMT     Chowdhury, Chaudhry: XTR        Szymanski, Shimansky: XMNSK
// T stands for t, d and th; F for f, v and ph; X for sh, English ch, Polish sz and cz; h, and w
// after a consonant, are not heard.

#include <string>
#include <string_view>

namespace waymark::matching {

// Of folded words, taken together without their spaces. Empty for text without letters. At most 10
// letters long.
std::string sound_of(std::string_view folded);

}  // namespace waymark::matching
