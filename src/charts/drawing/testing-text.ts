/** Text that would be markup, if any chart took it for that. */
export const hostile = `<script>alert(1)</script> & "x" 'y' ]]>`;
/** A name of forty letters, most of them an em wide. */
export const korean = "고객이 가장 자주 다시 구매한 상품의 이름이 매우 긴 경우를 시험하는 마흔 글자 이름";

/** Numbers from 0 to 1 of a multiplicative generator (Park & Miller 1988), the same in every run. */
export function uniform(n: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  });
}
